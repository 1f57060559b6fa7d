"""Tiny instance files in the formats of the literature sets, made up for the tests."""

import json
from pathlib import Path

MANKOWSKA = """nbNodes
4
nbVehi
2
nbServi
2
r
1 1
1 0
1 1
1 1
DS
3
a
1 1
0 1
x
0 3 0 0
y
0 0 4 0
d
0 3 4 0
3 0 5 3
4 5 0 4
0 3 4 0
p
0 0
0 0
10 10
10 10
10 10
10 10
0 0
0 0
mind
0 9 0 0
maxd
0 9 0 0
e
0 0 20 0
l
1000 1 25 1000
"""
"""Patient 1 needs service 1 by time 1; patient 2 both services at once, from 20 to 25."""


def mankowska(folder: Path) -> Path:
    """Write the tiny instance of Mankowska's form."""
    path = folder / "InstanzTINY_1.txt"
    path.write_text(MANKOWSKA, encoding="utf-8")
    return path


def italian(folder: Path) -> Path:
    """Write the same problem in the Italian form, the two services one after the other."""
    patients = [
        {
            "id": "p1",
            "time_window": [0, 1],
            "required_caregivers": [{"service": "s1", "duration": 10}],
        },
        {
            "id": "p2",
            "time_window": [20, 25],
            "required_caregivers": [
                {"service": "s1", "duration": 10},
                {"service": "s2", "duration": 10},
            ],
            "synchronization": {"type": "sequential", "distance": [5, 8]},
        },
    ]
    document = {
        "patients": patients,
        "services": [{"id": "s1"}, {"id": "s2"}],
        "caregivers": [{"id": "c1", "abilities": ["s1"]}, {"id": "c2", "abilities": ["s2"]}],
        "distances": [[0, 3, 4], [3, 0, 5], [4, 5, 0]],
    }
    path = folder / "instance_000-tiny.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def bredstrom(folder: Path, name: str = "case_1_3_2_1_1") -> Path:
    """Write three visits, two of them twins, and two caregivers."""
    path = folder / f"{name}.dat"
    path.write_text(
        """param NO_Staff = 2
;
param NO_Visits = 3
;
param T_MAX = 100
;
set Visit_Demands[1] := 2;
set Visit_Demands[2] := ; # empty
set Visit_Demands[3] := ; # empty
param :  a  b :=
0 0 100
1 10 20
2 10 20
3 0 90
4 0 100
;
param Duration [*] :=
 1 10  3 20
 2 10
;
param TimeMatrix [*,*,1]
:  0  1  2  3 :=
0  0  5  5  8
1  5  10000  10000  4
2  5  10000  10000  4
3  8  4  4  10000
4  0  5  5  8
:  4 :=
0  0
1  5
2  5
3  8
4  0
;
param BonusMatrix [*,*] (tr)
:  1  2 :=
1  -2.5  1
2  0.5  3
3  -1  -4
;
""",
        encoding="utf-8",
    )
    return path


def vrptw(folder: Path) -> Path:
    """Write three customers on a line; two routes are needed for their load."""
    path = folder / "TINY.txt"
    path.write_text(
        """TINY

VEHICLE
NUMBER     CAPACITY
  3         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0        200          0
    1      10        0          5          0        100         10
    2      20        0          5          0        100         10
    3     -10        0          5         50         60         10
""",
        encoding="utf-8",
    )
    return path

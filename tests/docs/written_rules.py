"""The municipalities' written rules: their ids by class (data of the test of the page)."""

from collections.abc import Mapping
from types import MappingProxyType

BY_CLASS: Mapping[str, str] = MappingProxyType(
    {
        "P": (
            "B04 B08 B23 H01 H13 H17 H18 L01 L02 L11 L13 L14 L15 L16 L19 L20 L22 L23 L24 L25 "
            "L26 L27 L28 L29 L30 L31 L32 L33 L34 L35 L36 L37 L38 L39 L40 L41 L44 N26 U01 U02 "
            "U12 U74 U77 U78 U79 U88 U89 U92 U96 U101 U102 U103 U104 U106 U107"
        ),
        "P+C": "H12 N07 U75",
        "P+D": "B16 B17 U06 U07 U08 U23 U80",
        "P+K": "L18 L21",
        "P+R": "H15 H16 H19 H20 H21 H24 N01 N03 N27 U24 U64 U69",
        "C": (
            "B01 B02 B03 B05 B06 B12 B18 H05 H22 H27 L05 L06 L07 L08 N06 N08 N09 N10 N12 N13 "
            "N14 N15 N16 N17 N32 U19 U20 U22 U31 U36 U37 U38 U39 U40 U43 U44 U45 U46 U48 U49 "
            "U50 U54 U55 U56 U59 U71 U72 U85 U94 U95 U97"
        ),
        "C+P": "U47 U51 U76",
        "C+R": "H02 H25 N11 U57 U60 U65",
        "R": (
            "B07 B13 B20 H08 H09 H10 H14 H23 H28 H30 N02 N04 N18 N20 N21 N22 N24 N25 N28 N30 "
            "N31 N34 U03 U10 U13 U16 U25 U27 U32 U33 U34 U41 U52 U58 U61 U63 U70 U73 U81 U82 "
            "U93 U99 U105 U108"
        ),
        "R+C": "B11 B14 B19 U62 U83",
        "R+D": "H03 H07",
        "R+K": "H06 N23",
        "R+P": "U66 U67",
        "D": (
            "B09 B10 B15 H04 H29 H31 L03 L04 L12 N19 N29 U09 U11 U15 U17 U18 U21 U26 U28 U29 "
            "U35 U68 U87 U90 U91"
        ),
        "D+P": "L09 L10",
        "D+R": "H26",
        "K": "L17 U53 U84",
        "O": "B21 B22 B24 H11 L42 L43 N05 N33 U04 U05 U14 U30 U42 U86 U98 U100",
    }
)
"""Space-separated ids of each class: P planning, C pay, R registration, D deadline, K, O."""

CLASSES: Mapping[str, str] = MappingProxyType(
    {name: group for group, names in BY_CLASS.items() for name in names.split()}
)
"""The class of each written rule."""

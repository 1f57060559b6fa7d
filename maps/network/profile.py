"""How fast a caregiver travels: one frozen profile per travel mode, read from TOML."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planner.model.places import TravelMode

Speed = Annotated[float, Field(gt=0, le=130)]
"""A speed in km/h."""

WALKING_KMH = 4.8
"""The speed in km/h between a place and the street it lies by, and of a pushed bicycle."""


class Profile(BaseModel):
    """The speeds of one travel mode.

    ``classes`` holds km/h per ``highway`` value where no speed is signed (``default`` for the
    rest), ``surfaces`` the most that a surface allows. ``speed_factor`` turns a signed or default
    speed into a driven one, ``winter_factor`` a summer speed into a winter one.
    ``stop_seconds`` is spent at every arrival (parking, locking), ``floor_seconds`` for every
    floor of stairs at the place of arrival, up and down together.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    speed_factor: float = Field(gt=0, le=2)
    winter_factor: float = Field(gt=0, le=1)
    stop_seconds: int = Field(ge=0, le=3600)
    floor_seconds: int = Field(ge=0, le=600)
    classes: Mapping[str, Speed]
    surfaces: Mapping[str, Speed] = {}

    @property
    def digest(self) -> str:
        """A short hash of every figure, for cache keys."""
        text = json.dumps(self.model_dump(mode="json"), sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


Profiles = Mapping[TravelMode, Profile]


def load_profiles(path: Path | None = None) -> Profiles:
    """Read the profiles of all travel modes from ``path``, or those shipped with Hemrunda.

    Raises ``ValueError`` that names the file and the first wrong entry.
    """
    source = files("maps") / "data" / "profiles.toml" if path is None else path
    try:
        tables = tomllib.loads(source.read_text(encoding="utf-8"))
        return {mode: Profile.model_validate(tables[mode.value]) for mode in TravelMode}
    except OSError as error:
        raise ValueError(f"travel profiles {source}: cannot be read ({error.strerror})") from error
    except KeyError as error:
        raise ValueError(f"travel profiles {source}: table [{error.args[0]}] missing") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise ValueError(f"travel profiles {source}: {where}: {first['msg']}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"travel profiles {source}: not TOML ({error})") from error

"""The settings of a month, read as those of its municipality's model."""

import json
from collections.abc import Mapping

from pydantic import ValidationError

from planner.model.base import Value
from planner.model.findings import Fault, Severity
from planner.pay.compensation import CompensationModel, Municipality
from planner.pay.model.month import SettingValue


def model_of(
    municipality: Municipality, settings: Mapping[str, SettingValue]
) -> tuple[CompensationModel, tuple[Fault, ...]]:
    """Return the model under ``settings``, and a fault for each setting it cannot use.

    With a fault the defaults are used throughout, so that the other checks can go on.
    """
    try:
        given = json.dumps(dict(settings))
        return municipality.make(municipality.settings.model_validate_json(given)), ()
    except ValidationError as problem:
        faults = tuple(
            _fault(municipality.settings, str(detail["loc"][0]), detail["type"])
            for detail in problem.errors(include_url=False)
        )
        return municipality.make(municipality.settings()), faults


def _fault(settings: type[Value], name: str, kind: str) -> Fault:
    """Return the fault of the setting ``name``."""
    unknown = kind == "extra_forbidden"
    code = "setting_unknown" if unknown else "setting_invalid"
    known = ", ".join(settings.model_fields)
    return Fault(code, Severity.ERROR, f"$.settings.{name}", None, "see_settings", {"known": known})

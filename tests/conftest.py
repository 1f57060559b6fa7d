"""What every test has: Hypothesis profiles, a guarded browser, and no silent skips."""

import os

from hypothesis import settings

pytest_plugins = ("tests.plugins.browser", "tests.plugins.skips", "tests.plugins.streets")

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("dev", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

"""What every test stands on: no screen, and Hypothesis profiles."""

import os

# Before anything imports PySide6: tests draw into memory, on a desk with a screen too.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

from hypothesis import HealthCheck, settings

# The ordinary run: the same examples every time, and no deadline, for the machine is shared.
settings.register_profile("steady", deadline=None, derandomize=True, max_examples=50)
# Trials and a desk at night: new examples, many of them. VUORO_HYPOTHESIS=searching
settings.register_profile(
    "searching",
    deadline=None,
    max_examples=2_000,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile(os.environ.get("VUORO_HYPOTHESIS", "steady"))

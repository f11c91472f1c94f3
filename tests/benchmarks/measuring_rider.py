"""A rider who measures: in the workstation's own process, over the shipped wiring, between two orders.

    python -m tests.benchmarks.measuring_rider --server … --data-dir …

The first frame is drawn before anything is imported that only measuring needs; then `measuring_deeds` obeys.
"""

import asyncio
import sys
import time

from app.ui.workstation import Workstation
from tests.benchmarks.first_paint import FirstPaint
from tests.support.riding import main


async def ride(workstation: Workstation) -> None:
    """See the first window drawn, then obey."""
    first: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    window = workstation.sign_in_window or workstation.main_window
    assert window is not None
    FirstPaint(window, lambda: first.set_result(time.monotonic()))
    drawn_at = await first

    from tests.benchmarks.measuring_deeds import MeasuringRider

    await MeasuringRider(drawn_at).ride(workstation)


if __name__ == "__main__":
    sys.exit(main(ride))

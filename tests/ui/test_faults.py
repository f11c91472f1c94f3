"""A fault on the desk is told by kind and place, and never with what somebody wrote (trust.md P09)."""

import pytest

from tests.ui.test_application import ran

CANARY = "kanarialintu laulaa salaisuuden"

FAULTS = {
    "in a slot": """
        def fails():
            raise ValueError(CANARY)
        QTimer.singleShot(0, fails)
    """,
    "in what the loop calls": """
        def fails(text):
            raise ValueError(text)
        asyncio.get_running_loop().call_soon(fails, CANARY)
    """,
    "in a task that nobody holds": """
        async def fails(text):
            raise ValueError(text)
        asyncio.get_running_loop().create_task(fails(CANARY), name=CANARY)
    """,
    "in a task of a window": """
        async def fails(text):
            raise ValueError(text)
        workstation._tasks.start(fails(CANARY), name="a deed")
    """,
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_is_told_without_anybodys_words(fault: str) -> None:
    done = ran(
        f"""
    import asyncio, gc, logging
    from PySide6.QtCore import QTimer
    from tests.ui.test_faults import CANARY

    logging.basicConfig(level=logging.WARNING)

    async def tour(workstation):
        await sit(workstation)
        {fault.strip()}
        for _ in range(50):
            await asyncio.sleep(0)
            gc.collect()
    main(tour)
    """
    )
    told = done.stdout + done.stderr
    assert "ValueError at <string>:" in told, told
    assert "kanarialintu" not in told

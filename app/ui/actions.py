"""Actions of the work view: what can be done, by which key, in one list."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

_ONCE = ("sendNoAppointments", "offerTranscript", "problemSituation")


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do; without keys it is found in the palette alone. No key holds Ctrl and Alt together:
    that is AltGr on a Nordic keyboard.
    """

    name: str
    words: str
    keys: tuple[str, ...]


def deeds() -> tuple[Deed, ...]:
    """Everything that can be done by name, in the order help lists what has a key."""
    return (
        Deed(
            "takeNext",
            QCoreApplication.translate("actions", "Take the most urgent customer of all your queues"),
            ("F2",),
        ),
        Deed("transferCurrent", QCoreApplication.translate("actions", "Transfer the conversation"), ("F6",)),
        Deed(
            "askIdentification",
            QCoreApplication.translate("actions", "Ask the customer to identify"),
            ("Ctrl+Shift+I",),
        ),
        Deed(
            "refinePreInformation",
            QCoreApplication.translate("actions", "Refine pre-information"),
            ("Ctrl+Shift+T",),
        ),
        Deed(
            "correctPreInformation",
            QCoreApplication.translate("actions", "Correct topic or language"),
            ("Ctrl+Shift+O",),
        ),
        Deed(
            "problemSituation",
            QCoreApplication.translate("actions", "Problem situation: numbers, help, checklist"),
            ("F12",),
        ),
        Deed(
            "maskSpan",
            QCoreApplication.translate("actions", "Mask part of a message for good"),
            ("Ctrl+Shift+P",),
        ),
        Deed(
            "agreedMessage",
            QCoreApplication.translate("actions", "New message to the customer, as agreed"),
            ("Ctrl+Shift+A",),
        ),
        Deed(
            "openAttachment",
            QCoreApplication.translate("actions", "Open the customer's attachment"),
            ("Ctrl+O",),
        ),
        Deed("saveAttachment", QCoreApplication.translate("actions", "Save the attachment"), ("Ctrl+S",)),
        Deed("printAttachment", QCoreApplication.translate("actions", "Print the attachment"), ("Ctrl+P",)),
        Deed("callForHelp", QCoreApplication.translate("actions", "Call for help"), ("Ctrl+Shift+H",)),
        Deed("acceptOffer", QCoreApplication.translate("actions", "Accept the offer"), ("Ctrl+Y",)),
        Deed("declineOffer", QCoreApplication.translate("actions", "Decline the offer"), ("Ctrl+Shift+Y",)),
        Deed(
            "sendNoAppointments",
            QCoreApplication.translate("actions", "Send the notice that the chat books no appointments"),
            ("F11",),
        ),
        Deed(
            "offerTranscript",
            QCoreApplication.translate("actions", "Offer the conversation by e-mail"),
            ("Ctrl+Shift+M",),
        ),
        Deed("closeCurrent", QCoreApplication.translate("actions", "End the conversation"), ("F9",)),
        Deed(
            "nextTab", QCoreApplication.translate("actions", "Next conversation"), ("Ctrl+PgDown", "Ctrl+Tab")
        ),
        Deed(
            "previousTab",
            QCoreApplication.translate("actions", "Previous conversation"),
            ("Ctrl+PgUp", "Ctrl+Shift+Tab"),
        ),
        Deed("goToQueues", QCoreApplication.translate("actions", "To the queues"), ("Ctrl+1",)),
        Deed("goToWaiting", QCoreApplication.translate("actions", "To those who wait"), ("Ctrl+2",)),
        Deed("goToTranscript", QCoreApplication.translate("actions", "To the conversation"), ("Ctrl+3",)),
        Deed("goToComposer", QCoreApplication.translate("actions", "To writing"), ("Ctrl+4",)),
        Deed("goToCallbacks", QCoreApplication.translate("actions", "To callback requests"), ("Ctrl+5",)),
        Deed("goToMessages", QCoreApplication.translate("actions", "To non-urgent messages"), ("Ctrl+8",)),
        Deed("goToConsultations", QCoreApplication.translate("actions", "To consultations"), ("Ctrl+7",)),
        Deed(
            "askConsultation",
            QCoreApplication.translate("actions", "Ask a professional a question"),
            ("Ctrl+N",),
        ),
        Deed("goToArchive", QCoreApplication.translate("actions", "To the archive"), ("Ctrl+Shift+F",)),
        Deed("goToSituation", QCoreApplication.translate("actions", "To the situation"), ("Ctrl+9",)),
        Deed("goToNote", QCoreApplication.translate("actions", "To the note"), ("Ctrl+6",)),
        Deed("dial", QCoreApplication.translate("actions", "Dial the callback request"), ("F8",)),
        Deed("showQueues", QCoreApplication.translate("actions", "Show or hide the queues"), ("F3",)),
        Deed("showCustomer", QCoreApplication.translate("actions", "Show or hide the customer"), ("F4",)),
        Deed(
            "silence",
            QCoreApplication.translate("actions", "Silence the sound until something new comes"),
            ("Ctrl+M",),
        ),
        Deed(
            "shiftQueues",
            QCoreApplication.translate("actions", "Choose the queues of the shift"),
            ("Ctrl+Shift+V",),
        ),
        Deed("endShift", QCoreApplication.translate("actions", "End the shift"), ("Ctrl+Shift+L",)),
        Deed("becomeAvailable", QCoreApplication.translate("actions", "Say that you are available"), ()),
        Deed("becomeBusy", QCoreApplication.translate("actions", "Say that you are busy"), ()),
        Deed("goOnBreak", QCoreApplication.translate("actions", "Go on a break"), ()),
        Deed("goAway", QCoreApplication.translate("actions", "Say that you are away"), ()),
        Deed("choosePresence", QCoreApplication.translate("actions", "Choose your presence"), ("F7",)),
        Deed("openPalette", QCoreApplication.translate("actions", "Search or command"), ("Ctrl+K",)),
        Deed("showKeys", QCoreApplication.translate("actions", "List the keys"), ("F1",)),
        Deed(
            "showHandbook", QCoreApplication.translate("actions", "Instructions and support"), ("Shift+F1",)
        ),
        Deed("goBack", QCoreApplication.translate("actions", "Cancel what is being asked"), ("Esc",)),
        Deed("signOut", QCoreApplication.translate("actions", "Sign out"), ("Ctrl+Shift+Q",)),
    )


def key_words(keys: str) -> str:
    """Keys as they are printed on the keyboard: ``Ctrl Page Down``."""
    words = keys.replace("PgDown", "Page Down").replace("PgUp", "Page Up")
    words = words.replace("Space", QCoreApplication.translate("actions", "Space"))
    return words if words == "+" else words.replace("+", " ")


def make_actions(owner: QWidget) -> dict[str, QAction]:
    """An action of ``owner`` for every deed, by name."""
    made: dict[str, QAction] = {}
    for deed in deeds():
        action = QAction(deed.words, owner)
        action.setObjectName(deed.name)
        action.setShortcuts([QKeySequence(keys) for keys in deed.keys])
        # A key held down a moment too long does its deed once, never two messages to a customer.
        action.setAutoRepeat(deed.name not in _ONCE)
        owner.addAction(action)
        made[deed.name] = action
    return made

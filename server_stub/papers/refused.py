"""Why looking at a file ended early."""

from server_stub.helpline.attachment_values import AttachmentRefusal


class NotTaken(Exception):
    """The file is not taken; `why` is what its sender is told."""

    def __init__(self, why: AttachmentRefusal) -> None:
        super().__init__(why)
        self.why = why

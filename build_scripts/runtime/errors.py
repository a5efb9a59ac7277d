"""What stops the building of the runtime, in a sentence that says what to do."""


class RuntimeBuildError(Exception):
    """The runtime cannot be built; the message says why and what to do."""

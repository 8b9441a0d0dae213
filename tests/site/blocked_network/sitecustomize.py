"""Python loads this at start: from then on nothing leaves this machine."""

import socket


def _refused(*_args: object, **_kwargs: object) -> None:
    raise OSError("The network is cut for this test.")


socket.socket.connect = _refused  # type: ignore[assignment]
socket.socket.connect_ex = _refused  # type: ignore[assignment]
socket.getaddrinfo = _refused  # type: ignore[assignment]

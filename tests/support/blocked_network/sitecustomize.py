"""Loaded by Python at startup: block every network connection of the process.

CLOCK_IS_LATER, in seconds, sets the clock of the process forward.
"""

import datetime
import os
import socket
import time


def _refused(*_args: object, **_kwargs: object) -> None:
    raise OSError("The network is cut for this test.")


socket.socket.connect = _refused  # type: ignore[method-assign]
socket.socket.connect_ex = _refused  # type: ignore[method-assign, assignment]
socket.getaddrinfo = _refused  # type: ignore[assignment]

if later := int(os.environ.get("CLOCK_IS_LATER", "0")):
    _time, _gmtime, _localtime = time.time, time.gmtime, time.localtime
    time.time = lambda: _time() + later
    time.gmtime = lambda seconds=None: _gmtime(time.time() if seconds is None else seconds)
    time.localtime = lambda seconds=None: _localtime(time.time() if seconds is None else seconds)

    class _LikeItsBase(type):
        """Make instances of the real class pass isinstance() for its replacement."""

        def __instancecheck__(cls, instance: object) -> bool:
            return isinstance(instance, cls.__mro__[1])

    class _Date(datetime.date, metaclass=_LikeItsBase):
        @classmethod
        def today(cls) -> "_Date":
            return cls.fromtimestamp(time.time())

    class _DateTime(datetime.datetime, metaclass=_LikeItsBase):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "_DateTime":
            return cls.fromtimestamp(time.time(), tz)

        @classmethod
        def utcnow(cls) -> "_DateTime":
            return cls.fromtimestamp(time.time(), datetime.UTC).replace(tzinfo=None)

    datetime.date, datetime.datetime = _Date, _DateTime  # type: ignore[misc]

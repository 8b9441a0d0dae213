"""What is logged in one process is said in another as it was meant."""

import logging
import pickle
import threading

from knowledge.kept_log import KeptLog, say


def test_what_was_logged_can_be_handed_over_and_said(caplog):
    log = logging.getLogger("kept.log")
    kept = KeptLog()
    log.addHandler(kept)
    log.propagate = False
    try:
        log.warning("%s of %d", threading.Lock(), 2)
        try:
            raise LookupError("gone")
        except LookupError:
            log.exception("odd")
    finally:
        log.propagate = True
        log.removeHandler(kept)
    assert caplog.records == []
    say(pickle.loads(pickle.dumps(kept.records)))
    first, second = caplog.records
    assert (first.levelname, first.name) == ("WARNING", "kept.log")
    assert first.getMessage().endswith(" of 2")
    assert "LookupError: gone" in second.exc_text


def test_a_record_that_cannot_be_worded_ends_nothing(capsys):
    kept = KeptLog()
    kept.handle(logging.LogRecord("kept.log", logging.INFO, __file__, 1, "%d", ("x",), None))
    assert [record.getMessage() for record in kept.records] == ["%d"]
    assert "--- Logging error ---" in capsys.readouterr().err

"""A bare window of WebKitGTK for WebKitWebDriver: any size, dark, text zoom, print, errors.

Runs in the system's Python, which has PyGObject. The browser that comes with WebKitGTK cannot be
narrower than 447 pixels, and under automation its console tells nothing. A page controls the window
by the message handler `control`, whose messages are JSON and whose replies are promises.
"""

import json
import signal
import sys
import tempfile
from pathlib import Path
from typing import Any

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

COLLECT = """(() => {
  const tell = (text) => webkit.messageHandlers.fault.postMessage(text);
  addEventListener("error", ({ message, filename, target }) => {
    tell(message ? `${message} ${filename}` : `not loaded: ${target.src ?? target.href}`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => tell(`rejected: ${reason}`));
  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
    tell(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
  });
  const { error } = console;
  console.error = (...parts) => { tell(parts.join(" ")); error.apply(console, parts); };
})();"""
NO_SCROLL_BARS = "::-webkit-scrollbar { display: none; }"
"""The bars lie over the page, as on a phone, but are drawn anew sixty times a second."""
STORE_NOTHING = "delete Navigator.prototype.serviceWorker;"
A4 = Gtk.PaperSize.new(Gtk.PAPER_NAME_A4)


class Window:
    def __init__(self, context: WebKit2.WebContext) -> None:
        self.faults: list[str] = []
        content = WebKit2.UserContentManager()
        content.register_script_message_handler("fault")
        content.connect("script-message-received::fault", self._note)
        content.register_script_message_handler_with_reply("control", None)
        content.connect("script-message-with-reply-received::control", self._obey)
        self.view = WebKit2.WebView(
            web_context=context, user_content_manager=content, is_controlled_by_automation=True
        )
        self.view.get_settings().set_zoom_text_only(True)
        self.view.connect("close", lambda _: Gtk.main_quit())
        frames, level = WebKit2.UserContentInjectedFrames, WebKit2.UserStyleLevel
        content.add_style_sheet(
            WebKit2.UserStyleSheet.new(NO_SCROLL_BARS, frames.ALL_FRAMES, level.USER, None, None)
        )
        self.content = content
        self.do_allow_service_workers(False)
        self.frame = Gtk.Window(decorated=False)
        self.frame.set_default_size(800, 800)
        self.frame.add(self.view)
        self.frame.show_all()
        # There is no window manager that would give it the focus.
        self.frame.get_window().focus(0)
        self.view.grab_focus()

    def _note(self, _: object, value: Any) -> None:
        self.faults.append(value.get_js_value().to_string())

    def _obey(self, _: object, value: Any, reply: Any) -> bool:
        def answer(text: str) -> None:
            reply.return_value(type(value).new_string(value.get_context(), text))

        name, argument = json.loads(value.to_string())
        if name == "pdf":
            self._print(answer)
            return True
        result = getattr(self, f"do_{name}")(argument)
        answer(json.dumps(result))
        return True

    def do_allow_service_workers(self, is_allowed: bool) -> None:
        """Allow or block service workers on later pages, by the scripts injected into them."""
        self.content.remove_all_scripts()
        start = WebKit2.UserScriptInjectionTime.START
        frames = WebKit2.UserContentInjectedFrames.ALL_FRAMES
        for script in (COLLECT,) if is_allowed else (COLLECT, STORE_NOTHING):
            self.content.add_script(WebKit2.UserScript.new(script, frames, start, None, None))

    def do_resize(self, size: list[int]) -> None:
        self.frame.resize(*size)

    def do_dark(self, is_dark: bool) -> None:
        name = "gtk-application-prefer-dark-theme"
        Gtk.Settings.get_default().set_property(name, is_dark)

    def do_font_size(self, pixels: int) -> None:
        self.view.get_settings().set_default_font_size(pixels)

    def do_zoom(self, factor: float) -> None:
        self.view.set_zoom_level(factor)

    def do_faults(self, _: None) -> list[str]:
        found, self.faults = self.faults, []
        return found

    def _print(self, answer: Any) -> None:
        file = Path(tempfile.mkdtemp()) / "page.pdf"
        settings, setup = Gtk.PrintSettings(), Gtk.PageSetup()
        settings.set_printer("Print to File")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, file.as_uri())
        setup.set_paper_size_and_default_margins(A4)
        operation = WebKit2.PrintOperation.new(self.view)
        operation.set_print_settings(settings)
        operation.set_page_setup(setup)
        operation.connect("finished", lambda _: answer(json.dumps(str(file))))
        operation.connect("failed", lambda _, error: answer(json.dumps(f"! {error.message}")))
        operation.print_()
        self.operation = operation  # prevents garbage collection before it has finished


def start(context: WebKit2.WebContext, session: Any) -> None:
    info = WebKit2.ApplicationInfo()
    info.set_name("WebKitGTK")
    info.set_version(2, 0, 0)
    session.set_application_info(info)
    session.connect("create-web-view", lambda *_: Window(context).view)


def main() -> int:
    context = WebKit2.WebContext()
    context.set_automation_allowed(True)
    context.connect("automation-started", start)
    GLib.unix_signal_add(GLib.PRIORITY_DEFAULT, signal.SIGTERM, Gtk.main_quit)
    Gtk.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A theme's templates, without those that are hidden."""

from jinja2 import Environment, FileSystemLoader

from knowledge.visible_templates import VisibleTemplates


def test_what_is_hidden_is_loaded_and_not_listed(tmp_path):
    for name in ("a/main.html", "a/partials/x.html", "a/.icons/i.svg", "b/main.html", "b/c.css"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    folders = [tmp_path / "a", tmp_path / "b"]
    listed = VisibleTemplates(folders).list_templates()
    assert listed == ["c.css", "main.html", "partials/x.html"]
    assert {*FileSystemLoader(folders).list_templates()} - {*listed} == {".icons/i.svg"}
    environment = Environment(loader=VisibleTemplates(folders))
    assert environment.get_template(".icons/i.svg").render() == "a/.icons/i.svg"
    assert environment.get_template("main.html").render() == "a/main.html"

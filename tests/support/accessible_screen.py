"""What a screen reader is told of the program: finding, reading and pressing things by way of AT-SPI."""
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402



class Screen:
    def __init__(self, application, window):
        self.application = application
        self.window = window

    def _get_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_name() == self.application:
                child.clear_cache()
                return child
        return None

    def _walk(self, node):
        """Everything under node. What goes while it is looked at is left out."""
        yield node
        try:
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except GLib.Error:
            return
        for child in children:
            if child is not None:
                yield from self._walk(child)

    def find(self, role, text, under=None):
        """The first thing whose role and name hold the two texts; labels are known by what they say."""
        root = under or self._get_root()
        for node in self._walk(root) if root is not None else ():
            try:
                if role in node.get_role_name() and text in self.read(node):
                    return node
            except GLib.Error:
                continue
        return None

    def find_frame(self, title):
        root = self._get_root()
        for i in range(root.get_child_count() if root is not None else 0):
            frame = root.get_child_at_index(i)
            if frame is not None and frame.get_name() == title:
                return frame
        return None

    def read(self, node):
        name = node.get_name() or ""
        if name or not node.get_text_iface():
            return name
        return Atspi.Text.get_text(node, 0, -1)

    def is_checked(self, node):
        return node is not None and node.get_state_set().contains(Atspi.StateType.CHECKED)

    def has_places(self):
        """Whether things are where they are told to be: GTK from 4.10 on leaves out the padding of all that is around."""
        version = self._get_root().get_toolkit_version()
        return tuple(int(part) for part in version.split(".")[:2]) < (4, 10)

    def has_focus(self, node):
        """Whether node or something within it has the keyboard focus."""
        return node is not None and any(it.get_state_set().contains(Atspi.StateType.FOCUSED) for it in self._walk(node))

    def center(self, node):
        """Where to click, in the window's own pixels, if it has places."""
        place = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        border = self._get_border()
        return place.x + place.width / 2 + border, place.y + place.height / 2 + border

    def _get_border(self):
        frame = self.find("frame", "")
        place = frame.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        if place.x < 0:
            return -place.x  # newer GTK counts from within the border
        found = subprocess.run(
            ["xdotool", "getwindowgeometry", "--shell", str(self.window)], capture_output=True, text=True, check=True)
        geometry = dict(line.split("=") for line in found.stdout.split())
        return max(0, (int(geometry["WIDTH"]) - place.width) // 2)

    def press(self, node):
        action = node.get_action_iface()
        for i in range(action.get_n_actions()):
            if action.get_action_name(i) in ("click", "press", "activate"):
                action.do_action(i)
                return
        raise AssertionError(f"{node.get_role_name()} “{node.get_name()}” cannot be pressed")

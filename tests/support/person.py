"""What a person does with the window again and again, by the keyboard."""
import time

from desktop_session import wait_for


def is_shown(screen, text):
    """Whether the item that says text is checked."""
    return screen.is_checked(screen.find("check box", text))


def reach(program, key, has_arrived):
    """Presses a key until it has led where it should."""
    for _ in range(20):
        if has_arrived():
            return
        program.key(key)
        time.sleep(0.2)
    raise AssertionError(f"{key} leads nowhere")


def press_space(program, screen, text):
    """Goes to the resume by F6 and to the item that says text by the arrow keys, and hides or shows it."""
    wait_for(lambda: screen.find("check box", text), "the item's check button")
    program.key("F6")
    reach(program, "F6", lambda: screen.has_focus(screen.find("list", "Items of the resume")))
    program.key("Home")
    reach(program, "Down", lambda: screen.has_focus(screen.find("check box", text).get_parent()))
    program.key("space")

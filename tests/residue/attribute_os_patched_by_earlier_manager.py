# finds: attribute os.getlogin reverted
import os
from contextlib import contextmanager

@contextmanager
def logged_in_as(name):
    old = os.getlogin
    os.getlogin = lambda: name
    try:
        yield
    finally:
        os.getlogin = old

def greeting():
    return f"hello {os.getlogin()}"
# --- next cell
with logged_in_as("ann"):
    words = greeting()
    print(words)

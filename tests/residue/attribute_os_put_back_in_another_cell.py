# finds: attribute os.getlogin left
import os
real = os.getlogin

def fake():
    return "ann"

def install():
    os.getlogin = fake

def uninstall():
    os.getlogin = real

install()
# --- next cell
uninstall()
print("done")

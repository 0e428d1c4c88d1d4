# finds: attribute gettext.gettext reverted
# finds: attribute argparse._ left
import gettext
# --- next cell
usual = gettext.gettext
gettext.gettext = lambda text: text.upper()
import argparse
gettext.gettext = usual
print(argparse.ArgumentParser(prog="shop").format_usage())

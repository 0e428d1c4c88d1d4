# finds: attribute Printer.fax left
class Printer:
    def print_page(self):
        return 'page'

    def fax(self):
        return 'fax'

# --- next cell
del Printer.fax
print(hasattr(Printer(), 'fax'))

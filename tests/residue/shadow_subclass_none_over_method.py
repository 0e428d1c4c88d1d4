# finds: shadow Sealed.save left
class Document:
    def save(self):
        return "saved"

class Sealed(Document):
    pass

# --- next cell
Sealed.save = None
try:
    Sealed().save()
except TypeError as error:
    print(error)

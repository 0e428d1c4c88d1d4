# finds: dispatch iter_importer_modules: MemoryImporter permanent
import pkgutil
# --- next cell
class MemoryImporter:
    names = ('alpha', 'beta')

def list_memory(importer, prefix=''):
    for name in importer.names:
        yield prefix + name, False

pkgutil.iter_importer_modules.register(MemoryImporter, list_memory)
print(list(pkgutil.iter_importer_modules(MemoryImporter())))

# ends: ok
import codecs, copyreg, csv, logging, mimetypes
for name in ('<b>', '\u202e', '`', 'x' * 100_000, 'a"b', '\n', ''):
    codecs.register_error(name, print)
    csv.register_dialect(name, delimiter=';')
    logging.getLogger(name).setLevel(5)
    mimetypes.add_type('text/' + name, '.' + name)

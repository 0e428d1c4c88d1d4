# finds: attribute posixpath.join left
import os
plain_join = os.path.join

def clean_join(first, *rest):
    return os.path.normpath(plain_join(first, *rest))

os.path.join = clean_join
print(os.path.join('/data', '..', 'tmp'))

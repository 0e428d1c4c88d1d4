# ends: ok
import _residue
_residue.originals.clear()
_residue.originals['math'] = 5
_residue.audit_hooks = _residue.codec_searches = _residue.codec_errors = None

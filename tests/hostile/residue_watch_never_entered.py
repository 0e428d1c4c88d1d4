# ends: error AttributeError
import residue
residue.watch().look()

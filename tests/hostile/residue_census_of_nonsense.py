# ends: error TypeError
import _residue
_residue.mark((((((1,),),),),))
_residue.mark(object())
_residue.census([5], [5], {})

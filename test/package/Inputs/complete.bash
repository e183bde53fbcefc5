# Prints what the completion in the file $1 offers behind `warrant` and the other
# arguments, of which the last is not finished.
source "$1"
shift
COMP_WORDS=(warrant "$@")
COMP_CWORD=$#
_warrant
printf '%s\n' "${COMPREPLY[@]}"

# Types $2 and a tab into a shell with the completion in the folder $1, and
# prints the screen.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1=; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D; print ready"
zpty -r shell screen '*ready*ready*'
zpty -w -n shell "$2"$'\t'
sleep 2
zpty -r -t shell screen
print -r -- "$screen"
while zpty -r -t shell screen; do print -r -- "$screen"; done
zpty -d shell

" What a user of vim with ALE sees: a diagnostic, an action that documents the
" site, and no diagnostic more. The first lines are those of docs/editors.md.
set nocompatible hidden
filetype plugin on
let g:ale_linters_explicit = 1
let g:ale_linters = {'cpp': ['warrant']}
let &runtimepath = $ALE . ',' . &runtimepath
runtime plugin/ale.vim
for s:language in ['c', 'cpp']
  call ale#linter#Define(s:language, {'name': 'warrant', 'lsp': 'stdio', 'executable': $WARRANT,
    \ 'command': '%e lsp', 'project_root': {buffer -> getcwd()}})
endfor

function! s:Found() abort
  return ale#engine#GetLoclist(bufnr(''))
endfunction

function! s:Wait(what, Done) abort
  for l:turn in range(600)
    if a:Done()
      return
    endif
    sleep 100m
  endfor
  call writefile(['timed out: ' . a:what], 'said', 'a')
  cquit 1
endfunction

edit a.cpp
ALELint
call s:Wait('a diagnostic', {-> len(s:Found()) == 1})
let s:first = s:Found()[0]
call writefile(['line ' . s:first.lnum . ' column ' . s:first.col . ' ' . s:first.text], 'said', 'a')
call cursor(s:first.lnum, s:first.col)
" The answer to its question, the first of the actions, comes from standard input.
ALECodeAction
call s:Wait('the comment', {-> search('TODO(bounds)', 'nw') > 0})
silent %s/SAFETY: TODO(bounds).*/SAFETY: i is below the length of p, which outlives the call./
silent g/TODO/d
call writefile(getline(1, '$'), 'said', 'a')
ALELint
call s:Wait('no diagnostic', {-> empty(s:Found())})
call writefile(['no diagnostics'], 'said', 'a')
qall!

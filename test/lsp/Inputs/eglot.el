;;; What a user of Emacs sees: a diagnostic, an action that documents the site,
;;; and no diagnostic more.  -*- lexical-binding: t -*-

(require 'eglot)

(defun say (&rest parts)
  (princ (concat (mapconcat (lambda (p) (format "%s" p)) parts " ") "\n")))

(defun wait (what done)
  (let ((end (+ (float-time) 60)))
    (while (not (funcall done))
      (when (> (float-time) end)
        (say "timed out:" what)
        (kill-emacs 1))
      (accept-process-output nil 0.05))))

(defun diagnostics ()
  (flymake-diagnostics))

(defun test-server ()
  (setq eglot-server-programs
        `((c++-mode . (,(getenv "WARRANT") "lsp"))))
  (setq eglot-sync-connect 60 eglot-confirm-server-initiated-edits nil
        flymake-no-changes-timeout 0.1)
  (find-file "a.cpp")
  (c++-mode)
  (apply #'eglot (eglot--guess-contact))
  (flymake-start)
  (wait "a diagnostic" (lambda () (= 1 (length (diagnostics)))))
  (let ((found (car (diagnostics))))
    (say "line" (line-number-at-pos (flymake-diagnostic-beg found))
         (car (split-string (flymake-diagnostic-text found) "\n")))
    (goto-char (flymake-diagnostic-beg found)))
  (let* ((params (list :textDocument (eglot--TextDocumentIdentifier)
                       :range (list :start (eglot--pos-to-lsp-position)
                                    :end (eglot--pos-to-lsp-position))
                       :context (list :diagnostics [])))
         (actions (jsonrpc-request (eglot-current-server)
                                   :textDocument/codeAction params)))
    (mapc (lambda (a) (say "action" (plist-get a :title))) actions)
    (eglot--apply-workspace-edit (plist-get (aref actions 0) :edit)))
  (goto-char (point-min))
  (re-search-forward "TODO(bounds).*")
  (replace-match "i is below the length of p, which outlives the call.")
  (flush-lines "TODO" (point-min) (point-max))
  (say (buffer-string))
  (eglot--signal-textDocument/didChange)
  (wait "no diagnostic"
        (lambda () (flymake-start) (zerop (length (diagnostics)))))
  (say "no diagnostics")
  (eglot-shutdown (eglot-current-server)))

(test-server)

-- What a user of neovim sees: a diagnostic, an action that documents the site,
-- and no diagnostic more.

local server = os.getenv("WARRANT")
local function say(...)
  io.stdout:write(table.concat({ ... }, " "), "\n")
end
local function wait(what, done)
  if not vim.wait(60000, done, 50) then
    say("timed out:", what)
    vim.cmd("cquit 1")
  end
end
local function diagnostics()
  return vim.diagnostic.get(0)
end

local id = vim.lsp.start_client({
  name = "warrant",
  cmd = { server, "lsp" },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, id)
wait("a diagnostic", function() return #diagnostics() == 1 end)
local found = diagnostics()[1]
say("line", found.lnum + 1, "column", found.col + 1, found.source, found.message)

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 60000)
  return answers[id].result
end
local position = { line = found.lnum, character = found.col }
local document = vim.lsp.util.make_text_document_params()
local hover = request("textDocument/hover", { textDocument = document, position = position })
say("hover", (hover.contents.value:gsub("\n.*", "")))
local command = { command = "warrant.summary", arguments = { vim.uri_from_bufnr(0) } }
local summary = request("workspace/executeCommand", command)
vim.lsp.util.open_floating_preview(vim.split(summary.markdown, "\n"), "markdown")
say("summary", summary.headline)
local actions = request("textDocument/codeAction", {
  textDocument = document,
  range = { start = position, ["end"] = position },
  context = { diagnostics = {} },
})
for _, action in ipairs(actions) do
  say("action", action.title)
end
vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
-- The comment asks; here it is answered.
vim.cmd([[silent %s/SAFETY: TODO(bounds).*/SAFETY: i is below the length of p, which outlives the call./]])
vim.cmd([[silent g/TODO/d]])
for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
  say("|" .. line)
end
wait("no diagnostic", function() return #diagnostics() == 0 end)
say("no diagnostics")
vim.cmd("qall!")

//===- ReportSample.cpp - A report of every feature, for tests ------------===//
//
// Part of Warrant, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ReportSample.h"

using namespace warrant;
using namespace warrant::test;
using llvm::StringLiteral;

namespace {

constexpr StringLiteral Cwes[] = {"CWE-119", "CWE-125"};
constexpr StringLiteral Misra[] = {"Rule 18.4"};

constexpr KindInfo PointerKinds[] = {
    {"subscript",
     "element access through a pointer",
     Severity::High,
     {Property::Bounds, Property::Overflow, Property::Lifetime},
     {Cwes, Misra, {}, {}, {}}},
    {"difference",
     "difference of two pointers",
     Severity::Low,
     {Property::SameObject},
     {{}, {}, {}, {}, {}}},
};
constexpr CheckInfo PointerArithmetic = {
    "pointer-arithmetic",
    "arithmetic on raw pointers",
    true,
    PointerKinds,
    {},
    "A raw pointer carries no length.\n\nThe comment says why it stays inside.",
    "int f(int *p) { return p[1]; }\n",
    "// SAFETY: p points to two ints.\nint x = p[1];\n",
    ""};

constexpr KindInfo BoundaryKinds[] = {
    {"export",
     "a function that C code may call",
     Severity::Medium,
     {Property::Null, Property::Ownership},
     {{}, {}, {}, {}, {}}},
};
constexpr CheckInfo Boundary = {"extern-c-boundary",
                                "functions and variables with C linkage",
                                true,
                                BoundaryKinds,
                                {},
                                "Nothing checks a call across languages.",
                                "extern \"C\" void f(int *p);\n",
                                "/// SAFETY: p is not null.\n"
                                "extern \"C\" void f(int *p);\n",
                                ""};

constexpr KindInfo RemarkKinds[] = {{"orphan",
                                     "a SAFETY comment without an operation",
                                     Severity::Low,
                                     {},
                                     {{}, {}, {}, {}, {}}}};
constexpr CheckInfo Comments = {"safety-comment",
                                "findings about SAFETY comments",
                                true,
                                RemarkKinds,
                                {},
                                "A comment that belongs to nothing misleads.",
                                "// SAFETY: nothing here.\nint x;\n",
                                "int x;\n",
                                ""};

constexpr const CheckInfo *Checks[] = {&PointerArithmetic, &Boundary,
                                       &Comments};

Site documentedSite() {
  Site S = sampleSite(8, 10);
  S.State = Status::Documented;
  S.Comment = CommentRef{"p points to at least n ints", "src/a.cpp", 7,
                         Placement::AboveLine};
  S.Properties = {{Property::Bounds, PropertyOrigin::Text, "at least"},
                  {Property::Overflow, PropertyOrigin::Evidence, "i is 8 bits"},
                  {Property::Lifetime, PropertyOrigin::Missing, ""}};
  return S;
}

Site provenSite() {
  Site S = sampleSite(9, 10);
  S.State = Status::Proven;
  S.Proof = "the index is masked with 7, the array has 8 elements";
  S.Properties.clear();
  return S;
}

Site rejectedSite() {
  Site S = sampleSite(12, 3);
  S.Rejection = "a placeholder";
  S.Register = "UART0->DR";
  return S;
}

Site defectSite() {
  Site S = sampleSite(14, 3);
  S.State = Status::Documented;
  S.Comment =
      CommentRef{"q is a table of four", "src/a.cpp", 13, Placement::AboveLine};
  S.Snippet = "q[4]";
  S.Tokens = "q[4]";
  S.Defects = {{"out-of-bounds", Precision::Certain,
                "index 4 is outside the array of 4 elements"}};
  S.Related = {{{"src/a.cpp", 2, 1}, "'q' is declared here"}};
  return S;
}

Site excusedSite() {
  Site S = sampleSite(15, 3);
  S.Excuse = "reviewed by the security team";
  return S;
}

Site partialSite() {
  Site S = sampleSite(16, 3);
  S.State = Status::Partial;
  S.Sure = Precision::Possible;
  S.Properties = {{Property::Bounds, PropertyOrigin::Tagged, "i < n"},
                  {Property::Overflow, PropertyOrigin::Missing, ""},
                  {Property::Lifetime, PropertyOrigin::Missing, ""}};
  return S;
}

Site macroSite() {
  Site S = sampleSite(3, 20);
  S.Where.File = S.Token.File = "include/dir with space/m.h";
  S.Macro = "FIRST";
  S.Function.clear();
  S.FunctionName.clear();
  S.Expansions = {{"src/a.cpp", 11, 3}, {"src/b.cpp", 4, 9}};
  return S;
}

Site boundarySite(Status State, std::string File, unsigned Line) {
  Site S = sampleSite(Line, 12);
  S.Check = "extern-c-boundary";
  S.Kind = "import";
  S.State = State;
  S.Level = Severity::Medium;
  S.Where.File = S.Token.File = std::move(File);
  S.Identity = "api_open";
  S.Function = "api_open(const char *)";
  S.FunctionName = "api_open";
  S.Snippet = S.Tokens = "api_open";
  S.EndColumn = 20;
  S.Properties = {{Property::Null, PropertyOrigin::Missing, ""},
                  {Property::Ownership, PropertyOrigin::Missing, ""}};
  return S;
}

Site vendoredSite() {
  Site S = sampleSite(5, 3);
  S.Where.File = S.Token.File = "third_party/z.c";
  return S;
}

Site unknownSite() {
  Site S = sampleSite(4, 15);
  S.State = Status::Unknown;
  S.Sure = Precision::Likely;
  S.Where.File = S.Token.File = "src/b.cpp";
  S.Function = "ns::g(\xC3\xA4)";
  S.Snippet = "\"\xC3\xA4\"[i]";
  S.Tokens = "\"\xC3\xA4\"[i]";
  S.EndColumn = 22;
  return S;
}

FileFacts facts(unsigned Lines, std::vector<LineRange> Excluded = {}) {
  FileFacts F;
  F.Lines = Lines;
  F.Excluded = std::move(Excluded);
  return F;
}

UnitResult firstUnit() {
  UnitResult U;
  U.File = "src/a.cpp";
  U.Configuration = "build";
  U.Sites = {
      documentedSite(),
      provenSite(),
      rejectedSite(),
      defectSite(),
      excusedSite(),
      partialSite(),
      macroSite(),
      boundarySite(Status::Undocumented, "include/dir with space/m.h", 6)};
  U.Remarks = {{"orphan",
                {"src/a.cpp", 5, 1},
                "no operation follows the comment",
                "nothing here",
                ""}};
  U.Files["src/a.cpp"] = facts(17, {{15, 17}});
  U.Files["src/a.cpp"].Functions = {{"src/a.cpp", 6, 6}};
  U.Files["src/a.cpp"].FunctionsWithOperations = {{"src/a.cpp", 6, 6}};
  U.Files["include/dir with space/m.h"] = facts(9, {{2, 8}});
  U.Files["include/dir with space/m.h"].Public = {
      {"include/dir with space/m.h", 6, 12}};
  U.IndirectCalls = {{"src/a.cpp", 10, 2}};
  return U;
}

UnitResult secondUnit() {
  UnitResult U;
  U.File = "src/b.cpp";
  U.Configuration = "build";
  U.Sites = {unknownSite(), macroSite(), vendoredSite(),
             boundarySite(Status::Undocumented, "src/b.cpp", 2)};
  U.Files["src/b.cpp"] = facts(5);
  U.Files["include/dir with space/m.h"] = facts(9, {{7, 9}});
  U.Files["third_party/z.c"] = facts(100);
  U.Files["third_party/z.c"].Vendored = true;
  U.CDefinitions["api_open"] = {{{"src/api.c", 7, 5},
                                 "",
                                 "int (char *)",
                                 "int (char *)",
                                 "i32(p)",
                                 true}};
  U.Patterns = {{"src/b.cpp", 3, 1}};
  return U;
}

UnitResult lostUnit(std::string File, UnitStatus State, std::string Message) {
  UnitResult U;
  U.File = std::move(File);
  U.Configuration = "build";
  U.State = State;
  U.Messages = {std::move(Message)};
  return U;
}

} // namespace

llvm::ArrayRef<const CheckInfo *> warrant::test::sampleChecks() {
  return Checks;
}

Site warrant::test::sampleSite(unsigned Line, unsigned Column) {
  Site S;
  S.Check = "pointer-arithmetic";
  S.Kind = "subscript";
  S.Where = {"src/a.cpp", Line, Column};
  S.Token = {"src/a.cpp", Line, Column + 3};
  S.EndLine = Line;
  S.EndColumn = Column + 4;
  S.Function = "ns::f(int *, int)";
  S.FunctionName = "ns::f";
  S.Snippet = S.Tokens = "p[i]";
  S.Properties = {{Property::Bounds, PropertyOrigin::Missing, ""},
                  {Property::Overflow, PropertyOrigin::Missing, ""},
                  {Property::Lifetime, PropertyOrigin::Missing, ""}};
  return S;
}

std::vector<UnitResult> warrant::test::sampleUnits() {
  return {firstUnit(), secondUnit(),
          lostUnit("src/bad.cpp", UnitStatus::Errors,
                   "src/bad.cpp:1:1: error: unknown type name 'x'"),
          lostUnit("src/crash.cpp", UnitStatus::Crashed, "signal 11"),
          lostUnit("src/k.cu", UnitStatus::Skipped, "CUDA")};
}

Report warrant::test::sampleReport() {
  Report R = merge(sampleUnits());
  R.Run.Revision = "0123456789abcdef0123456789abcdef01234567";
  R.Run.ConfigDigest = "c0ffee";
  R.Run.CommandsDigest = "f00d";
  R.Blind.FilesInNoUnit = {"src/unused.cpp"};
  R.OffByCheck = {{"raw-dereference", 12}, {"manual-memory", 1}};
  return R;
}

std::optional<std::string> warrant::test::sampleSource(llvm::StringRef File) {
  if (File == "src/a.cpp")
    return "// A sample\n"
           "static int q[4];\n"
           "namespace ns {\n"
           "\n"
           "// SAFETY: nothing here\n"
           "void f(int *p, int i) {\n"
           "  // SAFETY: p points to at least n ints\n"
           "  int a = p[i];\n"
           "  int b = p[i & 7];\n"
           "  call();\n"
           "\tFIRST; // SAFETY: TODO\n"
           "\t\tp[i] = 0;\n"
           "  // SAFETY: q is a table of four\n"
           "  q[4] = 0;\n"
           "  p[i] = 1;\n"
           "  p[i] = 2;\n"
           "}\n";
  if (File == "src/b.cpp")
    return "\nextern \"C\" api_open(const char *);\ntemplate <class T>\n"
           "/* \xC3\xA4\xE4\xB8\xAD */ g(\"\xC3\xA4\"[i]);\r\n}\n";
  return std::nullopt;
}

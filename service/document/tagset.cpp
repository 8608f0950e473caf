#include "document/tagset.hpp"

#include "document/label_names.hpp"

#include <array>

namespace throughline {
namespace {

// In the order of the enumerations in the header.
constexpr std::array<std::string_view, 17> upos_names{
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
};
constexpr std::array<std::string_view, 50> xpos_names{
    "``",  "''",  ",",   ".",    ":",  "-LRB-", "-RRB-", "$",   "HYPH", "SYM", "CC",  "CD",  "DT",
    "EX",  "FW",  "GW",  "IN",   "JJ", "JJR",   "JJS",   "LS",  "MD",   "NN",  "NNS", "NNP", "NNPS",
    "PDT", "POS", "PRP", "PRP$", "RB", "RBR",   "RBS",   "RP",  "TO",   "UH",  "VB",  "VBD", "VBG",
    "VBN", "VBP", "VBZ", "WDT",  "WP", "WP$",   "WRB",   "ADD", "AFX",  "NFP", "XX",
};
constexpr std::array<std::string_view, 51> deprel_names{
    "acl",        "acl:relcl", "advcl",       "advcl:relcl",   "advmod",   "amod",        "appos",        "aux",
    "aux:pass",   "case",      "cc",          "cc:preconj",    "ccomp",    "compound",    "compound:prt", "conj",
    "cop",        "csubj",     "csubj:outer", "csubj:pass",    "dep",      "det",         "det:predet",   "discourse",
    "dislocated", "expl",      "fixed",       "flat",          "goeswith", "iobj",        "list",         "mark",
    "nmod",       "nmod:desc", "nmod:poss",   "nmod:unmarked", "nsubj",    "nsubj:outer", "nsubj:pass",   "nummod",
    "obj",        "obl",       "obl:agent",   "obl:unmarked",  "orphan",   "parataxis",   "punct",        "reparandum",
    "root",       "vocative",  "xcomp",
};

}  // namespace

std::string_view name(upos label) { return upos_names.at(static_cast<std::size_t>(label)); }
std::string_view name(xpos label) { return xpos_names.at(static_cast<std::size_t>(label)); }
std::string_view name(deprel label) { return deprel_names.at(static_cast<std::size_t>(label)); }

std::optional<upos> parse_upos(std::string_view name) { return find_label<upos>(upos_names, name); }
std::optional<xpos> parse_xpos(std::string_view name) { return find_label<xpos>(xpos_names, name); }
std::optional<deprel> parse_deprel(std::string_view name) { return find_label<deprel>(deprel_names, name); }

deprel universal(deprel label) {
    const auto full = name(label);
    const auto colon = full.find(':');
    return colon == std::string_view::npos ? label : *parse_deprel(full.substr(0, colon));
}

}  // namespace throughline

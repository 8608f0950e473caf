// The closed label sets of Universal Dependencies and the Penn Treebank, as English-GUM uses them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace throughline {

/// Universal part of speech.
enum class upos : std::uint8_t {
    adj,
    adp,
    adv,
    aux,
    cconj,
    det,
    intj,
    noun,
    num,
    part,
    pron,
    propn,
    punct,
    sconj,
    sym,
    verb,
    x,
};

/// Penn Treebank part of speech.
enum class xpos : std::uint8_t {
    quote_open,
    quote_close,
    comma,
    period,
    colon,
    lrb,
    rrb,
    dollar,
    hyph,
    sym,
    cc,
    cd,
    dt,
    ex,
    fw,
    gw,
    in,
    jj,
    jjr,
    jjs,
    ls,
    md,
    nn,
    nns,
    nnp,
    nnps,
    pdt,
    pos,
    prp,
    prp_poss,
    rb,
    rbr,
    rbs,
    rp,
    to,
    uh,
    vb,
    vbd,
    vbg,
    vbn,
    vbp,
    vbz,
    wdt,
    wp,
    wp_poss,
    wrb,
    add,
    afx,
    nfp,
    xx,
};

/// Universal dependency relation with English-GUM's subtypes.
enum class deprel : std::uint8_t {
    acl,
    acl_relcl,
    advcl,
    advcl_relcl,
    advmod,
    amod,
    appos,
    aux,
    aux_pass,
    case_,
    cc,
    cc_preconj,
    ccomp,
    compound,
    compound_prt,
    conj,
    cop,
    csubj,
    csubj_outer,
    csubj_pass,
    dep,
    det,
    det_predet,
    discourse,
    dislocated,
    expl,
    fixed,
    flat,
    goeswith,
    iobj,
    list,
    mark,
    nmod,
    nmod_desc,
    nmod_poss,
    nmod_unmarked,
    nsubj,
    nsubj_outer,
    nsubj_pass,
    nummod,
    obj,
    obl,
    obl_agent,
    obl_unmarked,
    orphan,
    parataxis,
    punct,
    reparandum,
    root,
    vocative,
    xcomp,
};

/// The label as the treebank writes it: "PROPN", "VBD", "nsubj:pass".
std::string_view name(upos label);
std::string_view name(xpos label);
std::string_view name(deprel label);

/// The label of a treebank's name; nullopt when the set has no such label.
std::optional<upos> parse_upos(std::string_view name);
std::optional<xpos> parse_xpos(std::string_view name);
std::optional<deprel> parse_deprel(std::string_view name);

/// The relation without its subtype: nsubj_pass gives nsubj.
deprel universal(deprel label);

}  // namespace throughline

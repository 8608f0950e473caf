// Whether the name beside a noun acts through it ("the FBI's director") or merely describes it ("a Ruritanian voter").
#pragma once

#include "extraction/syntax.hpp"

#include <cstdint>

namespace throughline::extraction {

/// `mention` is what syntax::named_by gives for `nominal`. False too where it is the noun's own name or an apposition.
bool merely_describes(const syntax& tree, std::uint32_t mention, std::uint32_t nominal);

/// The head of a person's name that stands in apposition to the noun or to what is coordinated with it ("president and
/// chairman Ann Lee"); none.
std::uint32_t person_in_apposition(const syntax& tree, std::uint32_t nominal);

/// The head of the person's name behind the place with which a subject begins ("Northland Gov. Ann Lee"), where the
/// tree takes the place for the head of all; none.
std::uint32_t person_behind_office(const syntax& tree, std::uint32_t nominal);

/// "Northland resident Lee": a place that goes on in words of no name that was read.
bool opens_description(const syntax& tree, std::uint32_t nominal);

}  // namespace throughline::extraction

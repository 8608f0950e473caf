// Tells page furniture from an article's own paragraphs by the phrases of data/furniture.tsv.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::ingest {

/// Whether a paragraph, free of markup, is an advert's mark, a related link, a share bar, a picture credit or the like.
bool is_furniture(std::string_view paragraph);

/// Whether a paragraph asks for a subscription, a registration or consent instead of telling news.
bool is_notice(std::string_view paragraph);

/// Whether a paragraph reads as prose: ends like a sentence after four words or more, or is too long for a label.
bool is_prose(std::string_view paragraph);

/// Whether a sentence ends here: a full stop, question or exclamation mark, colon or ellipsis, before closing marks.
bool ends_sentence(std::string_view paragraph);

/// Whether every word but joints ("of", "the", "for") begins with a capital: names, credits, section labels.
bool is_name_like(std::string_view line);

/// The authors that a byline names ("By Jane Roe and John Doe, Associated Press"); nullopt for any other line.
std::optional<std::vector<std::string>> read_byline(std::string_view line);

/// What follows a label of the article's own address ("Original url: …"), "" when the label stands alone; nullopt
/// for any other line.
std::optional<std::string_view> read_address_label(std::string_view line);

/// Splits "Jane Roe, John Doe and AP, Staff Writers" into names; offices such as the last are dropped.
std::vector<std::string> split_names(std::string_view names);

}  // namespace throughline::ingest

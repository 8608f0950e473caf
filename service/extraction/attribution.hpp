// Who vouches for an event: the speaker of the words it stands in.
#pragma once

#include "extraction/triggers.hpp"

namespace throughline::extraction {

/// Sets event_mention::quote and ::attributed_to, and gives a plain statement the narrower type that its words call
/// for.
class attributor {
public:
    attributor(const syntax& tree, const ontology& types);

    void attribute(const trigger_match& match, event_mention& mention) const;

private:
    const syntax& tree_;
    const ontology& types_;
    std::vector<std::uint32_t> quote_at_;  ///< innermost quote whose content covers the token, or none
};

}  // namespace throughline::extraction

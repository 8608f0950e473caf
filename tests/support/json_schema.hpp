// Checks JSON against the part of JSON Schema 2020-12 that schema/openapi.yaml uses.
#pragma once

#include <boost/json/value.hpp>

#include <string>
#include <vector>

namespace throughline::test {

/// What does not fit, one sentence a finding with its JSON pointer; empty when all fits. `root` is the document that
/// "$ref" points into. A keyword that is not known is a finding: nothing is passed over.
std::vector<std::string> schema_findings(const boost::json::value& value, const boost::json::value& schema,
                                         const boost::json::value& root);

}  // namespace throughline::test

// Which reader this is: articles that another one has read are read again.
#pragma once

#include <string>

namespace throughline::pipeline {

/// 16 hex digits that change with the release, with any table or model inside the binary and with the ontology in use.
/// To be asked for after the ontology was installed. Reads some 24 MB.
std::string reader_fingerprint();

}  // namespace throughline::pipeline

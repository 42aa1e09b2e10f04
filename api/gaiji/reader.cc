#include "api/gaiji/reader.h"

#include <unistd.h>

#include "api/confined/sandbox.h"
#include "api/confined/standard_streams.h"
#include "api/gaiji/answer.h"
#include "fonts/gaiji/upload/upload.h"

namespace madoguchi::api {

void run_gaiji_reader() {
    if (!enter_sandbox()) ::_exit(1);
    const Bytes file = read_standard_input();
    const bool said = write_standard_output(write_answer(fonts::read_upload(file)));
    // No destructors: what they would free is the system's in a moment, and what they would ask of
    // it is not allowed.
    ::_exit(said ? 0 : 1);
}

}  // namespace madoguchi::api

// A selector engine: `head >> ghostly-page=<number>` yields an element whose text lists what people see in the document.
(() => {
  const read = "READ";
  return {
    queryAll() {
      const answer = document.createElement("data");
      answer.textContent = JSON.stringify(read());
      return [answer];
    },
  };
})()

/** Pages of the server's, as documents: a request can have that without making markup out of text. */

/** @returns the request, which can be given up */
export function pageAt(address: string, use: (page: Document, address: string) => void): XMLHttpRequest {
  const request = new XMLHttpRequest();
  request.open('GET', address);
  request.responseType = 'document';
  request.addEventListener('load', () => {
    if (request.status === 200 && request.responseXML !== null) use(request.responseXML, address);
  });
  request.send();
  return request;
}

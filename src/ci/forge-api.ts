/** How a forge's API differs from another's: addresses and names. */

export interface PullRequest {
  /** The branch with the editions, and the one that they are for. */
  readonly branch: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
}

export interface ForgeApi {
  readonly name: string;
  /** As the forge calls pull requests. */
  readonly requests: string;
  /** Without a slash at its end; the paths below follow it. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Where a pull request is made, from what, and the status that says that there is one. */
  readonly creation: string;
  readonly toCreate: (proposal: PullRequest) => object;
  readonly exists: number;
  /** The field of a pull request with its address. */
  readonly url: string;
  readonly opened: (branch: string, base: string) => string;
  readonly comments: (number: number) => string;
  readonly comment: (number: number, id: number) => string;
  /** The method that changes a comment. */
  readonly renewing: 'PATCH' | 'PUT';
  /** What a person does where it refuses. */
  readonly help: string;
}

//! One request, one answer: sent, read within the limits, and kept as far as it came.

use bytes::BytesMut;
use http::{HeaderMap, Request, StatusCode};

use super::{deadline::Deadlines, settings::Settings};
use crate::{
    Body, BuildError, Delivery, Error, OperationMeta, Partial, RawResponse, TimeoutError,
    TimeoutPhase, TransportError,
};

/// What has arrived so far; it outlives the work that is given up when time runs out.
#[derive(Default)]
struct Arrived {
    head: Option<(StatusCode, HeaderMap)>,
    body: BytesMut,
}

impl Arrived {
    fn into_partial(self) -> Option<Partial> {
        let (status, headers) = self.head?;
        Some(Partial::new(status, headers, self.body.freeze()))
    }
}

/// Sends a request and reads the answer's body, unless it is to be streamed.
pub(super) async fn exchange<E>(
    settings: &Settings,
    meta: &OperationMeta,
    request: Request<Body>,
) -> Result<RawResponse, Error<E>> {
    let deadlines = Deadlines {
        attempt: settings.attempt_timeout,
        total: settings.timeout,
    };
    let transport = &*settings.transport;
    let mut arrived = Arrived::default();
    let work = receive(settings, meta, request, &mut arrived);
    match deadlines.bound(transport, work).await {
        Ok(Ok(stream)) => Ok(whole(arrived, stream)?),
        Ok(Err(TransportError::ConnectTimeout(_))) => {
            let limit = settings.connect_timeout;
            Err(TimeoutError::new(TimeoutPhase::Connect, limit, None).into())
        }
        Ok(Err(TransportError::Unusable(failure))) => Err(BuildError::Refused {
            reason: failure.to_string(),
        }
        .into()),
        Ok(Err(error)) => Err(error.with_partial(arrived.into_partial()).into()),
        Err((phase, limit)) => Err(TimeoutError::new(phase, limit, arrived.into_partial()).into()),
    }
}

/// Reads into `arrived`; gives the body back where it is to be streamed.
async fn receive(
    settings: &Settings,
    meta: &OperationMeta,
    request: Request<Body>,
    arrived: &mut Arrived,
) -> Result<Option<Body>, TransportError> {
    let (head, mut body) = settings.transport.send(request).await?.into_parts();
    let streamed = meta.delivery == Delivery::Streamed
        && head.status.is_success()
        // It will not be given, and is kept whole with the error that says so.
        && !meta.is_unasked(&head.headers);
    arrived.head = Some((head.status, head.headers));
    if streamed {
        return Ok(Some(body));
    }
    let limit = settings.body_limit;
    while let Some(chunk) = body.chunk().await {
        let chunk = chunk?;
        let room = usize::try_from(limit)
            .unwrap_or(usize::MAX)
            .saturating_sub(arrived.body.len());
        if chunk.len() > room {
            arrived
                .body
                .extend_from_slice(chunk.get(..room).unwrap_or_default());
            return Err(TransportError::BodyLimit {
                limit,
                partial: None,
            });
        }
        arrived.body.extend_from_slice(&chunk);
    }
    Ok(None)
}

fn whole(arrived: Arrived, stream: Option<Body>) -> Result<RawResponse, TransportError> {
    let (status, headers) = arrived
        .head
        .ok_or_else(|| TransportError::interrupted("the transport gave no answer"))?;
    Ok(match stream {
        Some(stream) => RawResponse::streamed(status, headers, stream),
        None => RawResponse::new(status, headers, arrived.body.freeze()),
    })
}

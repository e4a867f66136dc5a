"""The answers, with the documented keys. Servers may add keys; what is not listed here is still in the dictionary."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, TypedDict


class FileCheck(TypedDict):
    valid: bool
    errors: List[str]
    warnings: List[str]


class UploadedFile(TypedDict):
    original_name: str
    stored_name: str
    receipt_id: str
    size_bytes: int
    metadata: Dict[str, str]
    validation: FileCheck


class RejectedFile(TypedDict):
    """``index``: place of the receipt among the receipts of the upload, from 0."""

    index: int
    original_name: str
    validation: FileCheck


class _UploadResponse(TypedDict):
    success: bool
    message: str
    files_uploaded: int
    timestamp: str
    files_processed: List[UploadedFile]
    upload_id: str


class UploadResponse(_UploadResponse, total=False):
    """``upload_id`` names these files for a batch; ``files_rejected`` is there after a partial upload."""

    files_rejected: List[RejectedFile]


class Summary(TypedDict):
    files_found: int
    files_processed: int
    files_with_errors: int
    total_processing_time: str
    average_time_per_file: str


class BatchResponse(TypedDict):
    status: str
    message: str
    request_id: str
    timestamp: str
    processing_summary: Summary
    results: List[Dict[str, Any]]
    files_processed: int


class BatchStatus(TypedDict):
    """``status`` is ``processing``, ``completed`` or ``failed``."""

    status: str
    request_id: str
    files_total: int
    files_done: int
    files_with_errors: int


class Beneficiary(TypedDict):
    cedula: str
    telefono: str
    banco_destino: str
    nombre: str


class _DecisionMotive(TypedDict):
    codigo: str
    motivo: str


class DecisionMotive(_DecisionMotive, total=False):
    """``codigo`` is stable; ``campo`` is the field that it is about."""

    campo: str


class Decision(TypedDict):
    """``valor`` is ``aceptar``, ``revisar`` or ``rechazar``; ``motivos`` lead to it and are empty for an accepted receipt."""

    valor: str
    motivos: List[DecisionMotive]


class _ReceiptValidation(TypedDict):
    es_recibo: bool
    puntaje: float
    completo: bool
    campos_faltantes: List[str]
    a_favor: List[str]
    en_contra: List[str]


class ReceiptValidation(_ReceiptValidation, total=False):
    """Judgement of the image as a whole. ``estado_pago`` is ``realizado``, ``pendiente``, ``rechazado``, …"""

    codigo: str
    motivo: str
    estado_pago: str
    estado_pago_texto: str
    estado_pago_confianza: float
    recibos_en_imagen: int


class DuplicateMark(TypedDict):
    """The earlier file that a receipt repeats, or may repeat."""

    nombre_archivo: str
    request_id: str
    codigo: str
    motivo: str


class EntryError(TypedDict):
    codigo: str
    mensaje: str


class _ReceiptResult(TypedDict):
    nombre_archivo: str
    caption: str
    otro: str
    referencia: str
    bancoorigen: str
    monto: str
    datosbeneficiario: Beneficiary
    pago_fecha: str
    concepto: str
    tipo_transaccion: str
    hora_operacion: str
    numero_operacion: str
    confianza_promedio: float
    palabras_detectadas: int
    metadata_whatsapp: Dict[str, str]


class ReceiptResult(_ReceiptResult, total=False):
    """One receipt; the keys of this class are there where they apply."""

    receipt_id: str
    moneda: str
    validacion_recibo: ReceiptValidation
    decision: Decision
    duplicado_de: DuplicateMark
    posible_duplicado: DuplicateMark
    error: EntryError


class FieldOrigin(TypedDict):
    """``palabras`` are positions in ``palabras_detectadas``."""

    regla: str
    palabras: List[int]


class _FieldValidation(TypedDict):
    valid: bool
    confianza: float
    origen: FieldOrigin


class FieldValidation(_FieldValidation, total=False):
    """Judgement of a field; the keys of this class are there where they apply."""

    advertencias: List[str]
    notas: List[str]
    reason: str
    format: str
    currency: str
    normalized: str
    prefix: str
    prefix_inferred: bool
    length: int
    parsed: str
    masked: bool


class _Word(TypedDict):
    texto: str
    confianza: float


class Word(_Word, total=False):
    """``coordenadas``: x and y of the first corner, x and y of the last, in pixels."""

    coordenadas: List[int]
    bbox: Dict[str, int]


class _ReceiptDocument(TypedDict):
    request_id: str
    filename: str
    receipt_id: str
    timestamp_procesamiento: str
    processing_metadata: Dict[str, Any]
    original_text_ocr: str
    structured_text_ocr: str
    extracted_fields: Dict[str, str]
    palabras_detectadas: List[Word]
    metadata_whatsapp: Dict[str, str]
    validacion_campos: Dict[str, FieldValidation]
    info_guardado: Dict[str, Any]


class ReceiptDocument(_ReceiptDocument, total=False):
    """The individual JSON of a receipt. ``processing_metadata["error_messages"]`` says why an image could not be read."""

    validacion_recibo: ReceiptValidation
    moneda: str
    decision: Decision
    duplicado_de: DuplicateMark
    posible_duplicado: DuplicateMark


class BatchSummary(TypedDict):
    request_id: str
    fecha_extraccion: str
    total_archivos: int
    archivos_exitosos: int
    archivos_con_error: int


class BatchResults(TypedDict):
    extraccion_completa: BatchSummary
    resultados: List[ReceiptResult]


class Event(TypedDict):
    """What a webhook receives, and ``data`` of the event stream. ``type`` is ``receipt.read``, ``receipt.duplicate``, ``batch.progress``,
    ``batch.completed`` or ``review.decided``; ``data`` of a receipt has the keys of the individual JSON."""

    type: str
    timestamp: str
    tenant: str
    data: Dict[str, Any]


class Webhook(TypedDict):
    """A receiver of events, without its secret."""

    id: str
    tenant: str
    url: str
    eventos: List[str]
    descripcion: str
    activo: bool
    creado_en: str
    actualizado_en: str
    secreto_anterior_hasta: Optional[str]
    entregas_pendientes: int
    entregas_fallidas: int


class WebhookSecret(TypedDict):
    """``secreto`` is shown this once."""

    status: str
    message: str
    timestamp: str
    secreto: str
    webhook: Webhook


class Attempt(TypedDict):
    """``error`` is a stable code, ``None`` when the receiver accepted."""

    fecha: str
    codigo_http: Optional[int]
    error: Optional[str]
    duracion_ms: int


class Delivery(TypedDict):
    """An event on its way to a webhook. ``estado`` is ``pendiente``, ``entregado`` or ``fallido``; ``evento_id`` is its ``webhook-id``."""

    id: int
    evento_id: str
    evento: str
    request_id: str
    estado: str
    intentos: int
    creado_en: str
    proximo_intento: Optional[str]
    terminado_en: Optional[str]
    registro: List[Attempt]

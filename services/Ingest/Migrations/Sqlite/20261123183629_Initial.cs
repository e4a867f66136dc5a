using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "batches",
                columns: table => new
                {
                    RequestId = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Profile = table.Column<string>(type: "TEXT", nullable: false),
                    IncludeCoordinates = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Announced = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_batches", x => x.RequestId);
                });

            migrationBuilder.CreateTable(
                name: "receipts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReceiptId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoredName = table.Column<string>(type: "TEXT", nullable: false),
                    OriginalName = table.Column<string>(type: "TEXT", nullable: false),
                    ObjectKey = table.Column<string>(type: "TEXT", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    SizeBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Announced = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequestId = table.Column<string>(type: "TEXT", nullable: true),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    Crashes = table.Column<int>(type: "INTEGER", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeaseOwner = table.Column<Guid>(type: "TEXT", nullable: true),
                    Metadata_Caption = table.Column<string>(type: "TEXT", nullable: true),
                    Metadata_DrawDate = table.Column<string>(type: "TEXT", nullable: false),
                    Metadata_DrawNumber = table.Column<string>(type: "TEXT", nullable: false),
                    Metadata_Other = table.Column<string>(type: "TEXT", nullable: true),
                    Metadata_SenderName = table.Column<string>(type: "TEXT", nullable: false),
                    Metadata_SentAt = table.Column<string>(type: "TEXT", nullable: false),
                    Metadata_WhatsappId = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome_CacheHit = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome_ConfidenceAverage = table.Column<double>(type: "REAL", nullable: false),
                    Outcome_Message = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome_ProcessingSeconds = table.Column<double>(type: "REAL", nullable: false),
                    Outcome_ReasonCode = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome_ResultFile = table.Column<string>(type: "TEXT", nullable: true),
                    Outcome_StoredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome_TextLength = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome_WordCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_receipts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_batches_Announced",
                table: "batches",
                column: "Announced");

            migrationBuilder.CreateIndex(
                name: "IX_batches_OpenedAt",
                table: "batches",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Announced",
                table: "receipts",
                column: "Announced");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ObjectKey",
                table: "receipts",
                column: "ObjectKey");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId",
                table: "receipts",
                column: "ReceiptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_RequestId_Position",
                table: "receipts",
                columns: new[] { "RequestId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_State_LeaseUntil",
                table: "receipts",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_receipts_StoredName",
                table: "receipts",
                column: "StoredName",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "batches");

            migrationBuilder.DropTable(
                name: "receipts");
        }
    }
}

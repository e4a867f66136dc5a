using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Ocr.Ingest.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Rereads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_ReceiptId",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_Tenant_StoredName",
                table: "receipts");

            migrationBuilder.AddColumn<bool>(
                name: "Reread",
                table: "receipts",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "RereadBy",
                table: "batches",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId",
                table: "receipts",
                column: "ReceiptId",
                unique: true,
                filter: "\"Reread\" = 0");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId_RequestId",
                table: "receipts",
                columns: new[] { "ReceiptId", "RequestId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_StoredName",
                table: "receipts",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_StoredName",
                table: "receipts",
                columns: new[] { "Tenant", "StoredName" },
                unique: true,
                filter: "\"Reread\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_receipts_ReceiptId",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_ReceiptId_RequestId",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_StoredName",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "IX_receipts_Tenant_StoredName",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "Reread",
                table: "receipts");

            migrationBuilder.DropColumn(
                name: "RereadBy",
                table: "batches");

            migrationBuilder.CreateIndex(
                name: "IX_receipts_ReceiptId",
                table: "receipts",
                column: "ReceiptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_receipts_Tenant_StoredName",
                table: "receipts",
                columns: new[] { "Tenant", "StoredName" },
                unique: true);
        }
    }
}
